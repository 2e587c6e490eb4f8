command-staff-ban = Vetar a este cliente: /ban motivo
command-staff-unban = Dejar que este cliente vuelva a escribir
banned = Por el momento no se transmiten sus mensajes. En cuanto se transmitan de nuevo, se lo diré aquí.
unbanned = Ya puede volver a escribirnos aquí.
card-banned =
    { $withheld ->
        [0] Cliente vetado por { $by }
        [one] Cliente vetado por { $by }; se retuvo un mensaje
       *[other] Cliente vetado por { $by }; se retuvieron { $withheld } mensajes
    }
error-cannot-ban-staff = { $customer } es del equipo y no se le puede vetar; sáquele antes de este grupo.
error-already-banned = Ya se ha vetado a { $customer }; /unban le deja volver a escribir.
error-not-banned = No se ha vetado a { $customer }; /ban le impide escribir.
