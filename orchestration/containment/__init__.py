"""What others wrote is data: secrets are masked and words are fenced before a model reads them."""
