command-staff-ban = Banir este cliente: /ban motivo
command-staff-unban = Deixar este cliente escrever de novo
banned = No momento, as mensagens que você envia não são repassadas. Assim que voltarem a ser, aviso você aqui.
unbanned = Você pode nos escrever aqui de novo.
card-banned =
    { $withheld ->
        [0] Banido por { $by }
        [one] Banido por { $by }; uma mensagem foi retida
       *[other] Banido por { $by }; { $withheld } mensagens foram retidas
    }
error-cannot-ban-staff = { $customer } faz parte da equipe e não pode ser banido; antes, remova essa pessoa deste grupo.
error-already-banned = O cliente { $customer } já está banido; /unban o deixa escrever de novo.
error-not-banned = O cliente { $customer } não está banido; /ban o bane.
