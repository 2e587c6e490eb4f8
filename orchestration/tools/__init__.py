"""Reading business systems: which servers there are, what specialists may ask, whose data it is."""
