# A role beside a name in the staff group: 16 characters at most, without emoji.
tag-expert = эксперт
tag-supervisor = супервайзер
tag-admin = админ
