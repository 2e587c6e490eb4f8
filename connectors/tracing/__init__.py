"""What the desk does, told to whoever collects spans."""
