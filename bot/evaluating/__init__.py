"""Measuring what the desk decides by itself, on labelled examples: `topicdesk eval`."""
