"""The customers: how they are received, their languages, their data, and abuse kept out."""
