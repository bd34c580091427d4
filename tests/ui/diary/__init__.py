"""The diary's pages, used as a parent would."""
