"""Places on the body to test with."""

from guide.domain.pack import BodyRegion

REGIONS = (
    BodyRegion("scalp", "Scalp", "front", "head", 50, 12, 15, 8),
    BodyRegion("face", "Face", "front", "face", 50, 36, 17, 13),
    BodyRegion("chest", "Chest", "front", "trunk", 50, 76, 14, 12),
    BodyRegion("belly", "Belly", "front", "trunk", 50, 103, 15, 12),
    BodyRegion("right-arm", "Right arm", "front", "arms", 21, 92, 7, 18),
    BodyRegion("left-arm", "Left arm", "front", "arms", 79, 92, 7, 18),
    BodyRegion("nappy", "Nappy area", "front", "nappy", 50, 130, 16, 9),
    BodyRegion("left-leg", "Left leg", "front", "legs", 60, 168, 7, 20),
    BodyRegion("upper-back", "Upper back", "back", "back", 50, 76, 15, 12),
    BodyRegion("lower-back", "Lower back", "back", "back", 50, 104, 15, 12),
)
FRONT = tuple(region for region in REGIONS if region.view == "front")
