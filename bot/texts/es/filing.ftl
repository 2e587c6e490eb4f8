command-staff-subject = Otro título: /subject palabras
command-staff-tag = Poner una etiqueta o quitarla: /tag vip -reembolso
command-staff-priority = low, normal, high o urgent: /priority high
command-staff-link = Tiene que ver con otra solicitud: /link #7
command-staff-merge = Unir aquí otra solicitud de este cliente: /merge #7
command-staff-search = Buscar palabras en todas las solicitudes: /search palabras
command-staff-history = Todas las solicitudes de este cliente
card-queue = Cola { $queue }
card-links = Tiene que ver con { $tickets }
card-absorbed = Aquí continúa también: { $tickets }
card-merged = Continúa en la #{ $into }
error-unchanged = La #{ $ticket } ya está así; no ha cambiado nada.
error-bad-tag = «{ $word }» no puede ser una etiqueta; una etiqueta es una sola palabra de hasta 32 letras, cifras y _, por ejemplo /tag reembolso.
error-too-many-tags = La #{ $ticket } puede tener { $most } etiquetas; /tag -palabra quita una.
error-unknown-priority = No existe la prioridad «{ $word }»; puede ser { $allowed }.
error-unknown-queue = No existe la cola «{ $word }»; existen { $allowed }.
error-bad-ticket-number = «{ $word }» no es el número de una solicitud; escríbalo así: { $form }
error-unknown-ticket = No existe la solicitud #{ $ticket }; /search encuentra las solicitudes por sus palabras.
error-same-ticket = Esa es la propia #{ $ticket }; indique la otra solicitud.
error-not-linked = La #{ $ticket } no está vinculada con la #{ $other }; la ficha muestra los vínculos que tiene.
error-too-many-links = Una solicitud puede tener { $most } vínculos, y la #{ $ticket } o la #{ $other } ya los tiene; /link -#n quita uno.
error-not-one-customer = La #{ $other } es de otro cliente, así que no puede continuar en la #{ $ticket }; /link #{ $other } indica que tienen que ver una con otra.
error-nothing-to-search = Escriba las palabras que busca, con letras o cifras, por ejemplo /search pedido 4711
search-found =
    { $count ->
        [one] Una solicitud en la que se dijo «{ $words }»:
       *[other] Las { $count } solicitudes más recientes en las que se dijo «{ $words }»:
    }
    { $lines }
search-empty = Nadie dijo «{ $words }» en ninguna solicitud. Todas las palabras deben estar en un mismo mensaje; basta con el principio de cada una, a partir de tres letras.
history =
    Todo lo que ha pedido { $customer }, lo más reciente primero:
    { $lines }
absorbed =
    { $by } unió aquí la #{ $other }; lo que su cliente escriba allí continúa aquí.{ $lines-is ->
        [empty] { "" }
       *[other] { " " }Lo último que se dijo allí:
    }
    { $lines }
merged = { $by } unió esta solicitud a la #{ $into }, donde continúa.
