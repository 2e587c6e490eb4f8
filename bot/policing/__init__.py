"""`topicdesk policy`: the owner's policy tried on cases, and why it decides as it does."""
