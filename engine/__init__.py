"""What wakes the work. An engine only wakes: the durable rows are the truth."""
