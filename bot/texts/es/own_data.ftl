## A customer's own data (orchestration.customers.own_data, orchestration.customers.forgetting)

command-customer-privacy = Qué guardamos sobre usted
command-customer-export = Obtener sus datos en un archivo
command-customer-forget = Pedir que se borren sus datos
privacy =
    Guardamos su nombre, su nombre de usuario y su idioma tal como los indica Telegram, lo que nos escribe, lo que le respondemos, sus valoraciones y, cuando lo demuestra, qué cliente es usted para nosotros. Lo necesitamos para responderle. Las fotos y los archivos se quedan en Telegram; solo guardamos dónde están.
    
    /export – obtener sus datos en un archivo
    /forget – pedir que se borren sus datos
exported = Sus datos con nosotros.
forget-asked = Hemos recibido su petición. En cuanto una persona la confirme, se borrará todo lo que nos ha escrito y se lo diremos aquí.
forget-already-asked = Su petición ya nos ha llegado y espera a que una persona la confirme. Se lo diremos aquí.
forgotten = Hemos borrado sus datos. Lo que está en este chat es suyo: puede borrarlo en Telegram.
forget-declined = No hemos borrado sus datos. Escríbanos aquí y una persona le explicará por qué.
forget-wanted = #{ $ticket }: este cliente quiere que se borren sus datos. Cuando un supervisor lo confirme, todas sus solicitudes perderán su contenido y sus temas se eliminarán; no se puede deshacer. { $supervisors }
button-forget = Borrar para siempre
button-keep = No borrar
error-supervisors-only = Solo un supervisor puede decidir eso en la #{ $ticket }; pídale que pulse el botón.
