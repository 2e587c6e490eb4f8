# A role beside a name in the staff group: 16 characters at most, without emoji.
tag-expert = expert
tag-supervisor = supervisor
tag-admin = admin
