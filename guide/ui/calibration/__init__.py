"""The true size of drawings on a screen, measured once with a bank card."""
