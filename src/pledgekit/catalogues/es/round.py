"""Spanish: what a city reads when it is asked: the form, the letters, and the words to choose from.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "round.title": "{declaration}: avances, {period}",
    "round.title-many": "Avances, {period}: {declarations}",
    "round.sheet.start": "Lea esto primero",
    "round.sheet.answers": "Respuestas",
    "round.sheet.actions": "Ya registrado",
    "round.sheet.new": "Acciones nuevas",
    "round.for": "Para: {city}",
    "round.asks": "Quién pregunta: {network}",
    "round.asks-nobody": "Quién pregunta: la secretaría que le envió este formulario",
    "round.what": (
        "Qué se pregunta: hasta dónde ha llegado su ciudad con cada compromiso ({declarations}; {period}) y"
        " qué ha hecho. Las respuestas cortas son bienvenidas; nada tiene que ser completo."
    ),
    "round.why": (
        "Por qué: para que se vea lo que hacen las ciudades y las ciudades aprendan unas de otras. El informe"
        " muestra ejemplos. No es una clasificación, ni una auditoría, ni una evaluación de ninguna ciudad."
    ),
    "round.due": "Para cuándo: {date}",
    "round.data-use": (
        "Cómo se usan sus respuestas: quien le envió este formulario las conserva. Los miembros de la red"
        " pueden verlas. El público solo ve lo que usted permita publicar; donde no elija nada, se entiende"
        " que no. Lo que fue un obstáculo y quién respondió no se publican nunca."
    ),
    "round.corrections": "Preguntas y correcciones: {corrections}",
    "round.how": (
        "Cómo rellenarlo: escriba solo en las celdas enmarcadas. Elija de la lista donde la haya. Una"
        " respuesta que queda vacía significa que no dice nada al respecto, y se informa como no respondida."
    ),
    "round.privacy": (
        "Por favor, no nombre a particulares ni nada que pueda poner en peligro a alguien: déjelo fuera, o"
        " díganoslo por teléfono."
    ),
    "round.answered-by": "Rellenado por (nombre y cargo; no se publica nunca)",
    "round.answered-on": "El (por ejemplo 2025-01-31)",
    "round.col.heading": "Compromiso",
    "round.col.wording": "Texto del compromiso",
    "round.col.last": "Su última respuesta",
    "round.col.answer": "Su respuesta ahora",
    "round.col.included_in": "Informado por (solo si otro signatario lo informa)",
    "round.col.narrative": "En sus palabras (como máximo {n} palabras)",
    "round.col.words": "Palabras",
    "round.col.obstacles": "Qué fue un obstáculo (no se publica nunca)",
    "round.col.publish": "¿Podemos publicarlo?",
    "round.col.title": "Acción",
    "round.col.action": "Acción",
    "round.col.about": "Lo que sabemos de ella",
    "round.col.when": "Cuándo",
    "round.col.clauses": "Registrada bajo",
    "round.col.confirm": "¿Es correcto?",
    "round.col.correction": "Qué hay que corregir",
    "round.col.clause": "Compromiso al que pertenece",
    "round.col.date": "Cuándo (2024, 2024-05 o 2024-05-31)",
    "round.col.status": "Cómo va",
    "round.col.summary": "Qué se hizo, en dos o tres frases",
    "round.col.evidence_title": "Dónde se describe (título)",
    "round.col.evidence_url": "Su dirección en internet",
    "round.answers-note": "Elija una respuesta para cada compromiso. {sentence}",
    "round.actions-note": "Esto es lo que sabemos de su ciudad. Por favor, díganos si es correcto.",
    "round.actions-none": (
        "Todavía no hemos registrado ninguna acción de su ciudad. Por favor, nombre algunas en la hoja «{sheet}»."
    ),
    "round.new-note": "¿Qué más ha hecho su ciudad? Una acción por fila; basta un ejemplo.",
    "round.same": "Se pregunta una sola vez por: {clauses}",
    "round.last": "{period}: {answer}",
    "round.last-none": "ninguna registrada",
    "round.words-of": "{n} de {most}",
    "round.words-over": "{n}: demasiado largo",
    "round.publish.yes": "sí",
    "round.publish.unnamed": "sí, sin nombrarnos",
    "round.publish.no": "no",
    "round.confirm.right": "correcto",
    "round.confirm.correct": "hay que corregirlo",
    "round.confirm.not-ours": "no es nuestra, o nunca existió",
    "round.help.answer": "¿Hasta dónde ha llegado su ciudad? O elija otra respuesta, como «nada nuevo».",
    "round.help.included_in": "El nombre del signatario que lo informa por ustedes.",
    "round.help.narrative": "Qué se hizo y qué resultó de ello. Texto sencillo, como máximo {n} palabras.",
    "round.help.obstacles": "Solo para la red y su personal. Puede quedar vacío.",
    "round.help.publish": "Donde no se elige nada, no se publica nada.",
    "round.help.confirm": "Correcto, hay que corregirlo (diga qué en la columna siguiente), o no es suya.",
    "round.help.correction": "Qué está mal, y cómo debe ser.",
    "round.help.title": "Un nombre corto de la acción.",
    "round.help.clause": "¿Bajo qué compromiso debemos ponerla?",
    "round.help.date": "Con la precisión que conozca: 2024, 2024-05, 2024-05-31.",
    "round.help.status": "Previsto, en curso, concluido …",
    "round.help.summary": "Texto sencillo. Sin particulares.",
    "round.help.evidence_title": "Una decisión, un informe, una página web, un periódico.",
    "round.help.evidence_url": "Por ejemplo https://www.example.org/page",
    "round.help.answered_by": "Para que podamos consultarle.",
    "round.help.answered_on": "El día de esta respuesta.",
    "round.choose": "Por favor, elija de la lista.",
    "round.paper-note": (
        "Esta copia es para que circule en su casa. Por favor, escriba las respuestas en el libro de cálculo:"
        " solo ese se lee."
    ),
    "round.subject": "{title} ({city})",
    "round.dear": "Buenos días, {name}:",
    "round.dear-all": "Estimados colegas:",
    "round.letter.what": "Adjunto encontrará el formulario «{title}» para {city}.",
    "round.letter.how": (
        "Por favor, rellene el libro de cálculo y devuélvalo respondiendo a este mensaje. Se puede guardar en"
        " cualquier momento y pasar dentro de su institución. Si no puede abrirlo, díganoslo: también"
        " recibimos respuestas por teléfono."
    ),
    "round.letter.end": "Un cordial saludo",
    "round.remind.subject": "Recordatorio: {title} ({city})",
    "round.remind.asked": "El {asked} le enviamos el formulario «{title}» para {city}.",
    "round.remind.asked-undated": "Le enviamos el formulario «{title}» para {city}.",
    "round.remind.waiting": "Todavía hay tiempo: pedimos sus respuestas hasta el {date}. Las esperamos con interés.",
    "round.remind.overdue": (
        "Pedimos sus respuestas hasta el {date}, y aún no las hemos recibido. Nos alegraría tenerlas todavía."
    ),
    "round.remind.partly": "Gracias por las respuestas de {city} a «{title}». Algunos compromisos siguen abiertos.",
    "round.remind.partly-waiting": "Todavía hay tiempo para ellos: hasta el {date}.",
    "round.remind.partly-overdue": "Las pedimos hasta el {date}; nos alegraría tenerlas todavía.",
    "round.remind.open": "Siguen abiertos:",
    "round.remind.how": (
        "Basta una respuesta corta, y «nada nuevo» lo es. Responda a este mensaje, devuelva el formulario, o"
        " díganoslo por teléfono. Si necesita más tiempo, díganos hasta cuándo."
    ),
    "round.remind.crossed": "Si ya ha respondido, no tenga en cuenta este recordatorio.",
    "round.recorded.subject": "Lo que hemos registrado: {title} ({city})",
    "round.recorded.what": (
        "Gracias por sus respuestas a «{title}». Esto es lo que hemos registrado para {city}; por favor,"
        " díganos si es correcto."
    ),
    "round.recorded.included-in": "{answer}: {city}",
    "round.recorded.obstacles": "Qué fue un obstáculo (no se publica nunca): {obstacles}",
    "round.recorded.open": "Aún sin responder:",
    "round.recorded.publish": (
        "¿Podemos publicarlo? Díganos para cada respuesta: sí; sí, sin nombrarnos; o no. Sin su sí no se publica nada."
    ),
    "round.recorded.reply": "Si algo está mal o falta, por favor responda a este mensaje.",
    "round.bullet": "– {text}",
}
