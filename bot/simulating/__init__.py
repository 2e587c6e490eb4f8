"""`topicdesk simulate`: whole tickets played through the real desk on the sandbox, and graded."""
