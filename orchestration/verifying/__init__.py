"""Showing whose record is whose: the customer by themselves, or a supervisor for them."""
