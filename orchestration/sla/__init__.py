"""Service levels: by when a customer is answered and helped, counted in the desk's open hours."""
