"""All that may befall a diary, tried many times; ``python -m tests.store.faults`` prints the figures."""
