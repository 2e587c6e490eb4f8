"""What the desk knows: articles, cut into passages that can be found and cited."""
