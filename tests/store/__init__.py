"""The diary's file and the settings, on real disks, with real faults."""
