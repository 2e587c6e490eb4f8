"""What staff are told in private, of what, and when."""
