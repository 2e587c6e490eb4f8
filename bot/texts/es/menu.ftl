button-macros = 📋
button-more = Más…
menu-more = ¿Qué hago? Las palabras que necesite una orden se escriben en respuesta a una pregunta.
menu-choose = { $command }: elija.
menu-prompt = conteste a este mensaje con las palabras para { $command }. { $what }
button-never-mind = Dejarlo
button-search = Buscar
