"""The brain that needs no model: it reads what is named, looks it up, and fills in sentences."""
