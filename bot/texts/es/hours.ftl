out-of-hours =
    Ahora mismo no hay nadie en el puesto. Su mensaje ha llegado y lo atenderemos a la vuelta: estaremos de nuevo aquí { $weekday ->
        [1] el lunes
        [2] el martes
        [3] el miércoles
        [4] el jueves
        [5] el viernes
        [6] el sábado
       *[7] el domingo
    } { $day } a las { $time } ({ $zone }).
