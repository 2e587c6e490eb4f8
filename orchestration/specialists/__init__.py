"""The specialists that need no model."""
