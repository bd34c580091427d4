"""What the program is made of, and under which licence each part is."""

PARTS = (
    ("Little Spots", "MIT"),
    ("The guide’s content: pages, questions, rules, drawings", "CC BY 4.0"),
    ("Atkinson Hyperlegible Next", "SIL Open Font License 1.1"),
    ("Lucide icons", "ISC; some of them MIT (Feather)"),
    ("Qt 6, PySide6 and Shiboken6", "LGPL 3.0"),
    ("Python", "Python Software Foundation License 2"),
    ("SQLite", "public domain"),
    ("SQLite3 Multiple Ciphers", "MIT"),
    ("APSW", "zlib, or any OSI licence"),
    ("PyNaCl", "Apache License 2.0"),
    ("libsodium", "ISC"),
    ("cffi", "MIT-0"),
    ("libheif and libde265", "LGPL 3.0"),
    ("pi-heif", "BSD 3-Clause"),
    ("PyYAML and LibYAML", "MIT"),
    ("cattrs and attrs", "MIT"),
    ("Monk Skin Tone Scale", "by Ellis Monk, 2022"),
)
"""Names of works and licences, which are the same in every language."""
