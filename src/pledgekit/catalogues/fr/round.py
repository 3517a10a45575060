"""French: what a city reads when it is asked: the form, the letters, and the words to choose from.

A draft: nobody has reviewed it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final = {
    "round.title": "{declaration} : avancées, {period}",
    "round.title-many": "Avancées, {period} : {declarations}",
    "round.sheet.start": "À lire d’abord",
    "round.sheet.answers": "Réponses",
    "round.sheet.actions": "Déjà enregistré",
    "round.sheet.new": "Nouvelles actions",
    "round.for": "Pour : {city}",
    "round.asks": "Qui demande : {network}",
    "round.asks-nobody": "Qui demande : le secrétariat qui vous a envoyé ce formulaire",
    "round.what": (
        "Ce qui est demandé : où en est votre ville pour chaque engagement ({declarations} ; {period}), et ce"
        " qu’elle a fait. Les réponses courtes sont bienvenues ; rien n’a besoin d’être complet."
    ),
    "round.why": (
        "Pourquoi : pour que ce que font les villes soit vu, et que les villes apprennent les unes des"
        " autres. Le rapport montre des exemples. Ce n’est ni un classement, ni un audit, ni une évaluation"
        " d’une ville."
    ),
    "round.due": "Pour quand : {date}",
    "round.data-use": (
        "Usage de vos réponses : ceux qui vous ont envoyé ce formulaire les conservent. Les membres du réseau"
        " peuvent les voir. Le public ne voit que ce que vous permettez de publier ; là où vous ne choisissez"
        " rien, c’est non. Ce qui a fait obstacle et qui a répondu ne sont jamais publiés."
    ),
    "round.corrections": "Questions et corrections : {corrections}",
    "round.how": (
        "Comment le remplir : n’écrivez que dans les cases encadrées. Choisissez dans la liste là où il y en"
        " a une. Une réponse laissée vide veut dire que vous n’en dites rien ; elle est comptée comme sans"
        " réponse."
    ),
    "round.privacy": (
        "Merci de ne nommer aucun particulier, et de ne rien écrire qui puisse mettre quelqu’un en danger :"
        " laissez-le de côté, ou dites-le-nous par téléphone."
    ),
    "round.answered-by": "Rempli par (nom et fonction ; jamais publié)",
    "round.answered-on": "Le (par exemple 2025-01-31)",
    "round.col.heading": "Engagement",
    "round.col.wording": "Texte de l’engagement",
    "round.col.last": "Votre dernière réponse",
    "round.col.answer": "Votre réponse maintenant",
    "round.col.included_in": "Rapporté par (seulement si un autre signataire le rapporte)",
    "round.col.narrative": "Avec vos mots (au plus {n} mots)",
    "round.col.words": "Mots",
    "round.col.obstacles": "Ce qui a fait obstacle (jamais publié)",
    "round.col.publish": "Pouvons-nous le publier ?",
    "round.col.title": "Action",
    "round.col.action": "Action",
    "round.col.about": "Ce que nous en savons",
    "round.col.when": "Quand",
    "round.col.clauses": "Enregistrée sous",
    "round.col.confirm": "Est-ce exact ?",
    "round.col.correction": "Ce qu’il faut corriger",
    "round.col.clause": "Engagement auquel elle se rattache",
    "round.col.date": "Quand (2024, 2024-05 ou 2024-05-31)",
    "round.col.status": "Où elle en est",
    "round.col.summary": "Ce qui a été fait, en deux ou trois phrases",
    "round.col.evidence_title": "Où c’est décrit (titre)",
    "round.col.evidence_url": "Son adresse sur internet",
    "round.answers-note": "Choisissez une réponse pour chaque engagement. {sentence}",
    "round.actions-note": "Voici ce que nous savons de votre ville. Merci de nous dire si c’est exact.",
    "round.actions-none": (
        "Nous n’avons encore enregistré aucune action de votre ville. Merci d’en citer sur la feuille"
        " «\u00a0{sheet}\u00a0»."
    ),
    "round.new-note": "Qu’a fait votre ville d’autre ? Une action par ligne ; un exemple suffit.",
    "round.same": "Demandé une seule fois pour : {clauses}",
    "round.last": "{period} : {answer}",
    "round.last-none": "aucune enregistrée",
    "round.words-of": "{n} sur {most}",
    "round.words-over": "{n} : trop long",
    "round.publish.yes": "oui",
    "round.publish.unnamed": "oui, sans nous nommer",
    "round.publish.no": "non",
    "round.confirm.right": "exact",
    "round.confirm.correct": "à corriger",
    "round.confirm.not-ours": "pas la nôtre, ou n’a jamais existé",
    "round.help.answer": (
        "Où en est votre ville ? Ou choisissez une autre réponse, comme «\u00a0rien de nouveau\u00a0»."
    ),
    "round.help.included_in": "Le nom du signataire qui le rapporte pour vous.",
    "round.help.narrative": "Ce qui a été fait et ce qui en est résulté. Texte simple, au plus {n} mots.",
    "round.help.obstacles": "Seulement pour le réseau et son équipe. Peut rester vide.",
    "round.help.publish": "Là où rien n’est choisi, rien n’est publié.",
    "round.help.confirm": "Exact, à corriger (dites quoi dans la colonne suivante), ou pas la vôtre.",
    "round.help.correction": "Ce qui est faux, et comment c’est en réalité.",
    "round.help.title": "Un nom court de l’action.",
    "round.help.clause": "Sous quel engagement devons-nous la placer ?",
    "round.help.date": "Aussi précisément que vous le savez : 2024, 2024-05, 2024-05-31.",
    "round.help.status": "Prévu, en cours, achevé …",
    "round.help.summary": "Texte simple. Aucun particulier.",
    "round.help.evidence_title": "Une décision, un rapport, une page web, un journal.",
    "round.help.evidence_url": "Par exemple https://www.example.org/page",
    "round.help.answered_by": "Pour que nous puissions vous interroger.",
    "round.help.answered_on": "Le jour de cette réponse.",
    "round.choose": "Merci de choisir dans la liste.",
    "round.paper-note": (
        "Cette copie est destinée à circuler chez vous. Merci d’écrire les réponses dans le classeur : lui seul est lu."
    ),
    "round.subject": "{title} ({city})",
    "round.dear": "Bonjour {name},",
    "round.dear-all": "Madame, Monsieur,",
    "round.letter.what": "Vous trouverez ci-joint le formulaire «\u00a0{title}\u00a0» pour {city}.",
    "round.letter.how": (
        "Merci de remplir le classeur et de le renvoyer en répondant à ce message. Il peut être enregistré à"
        " tout moment et transmis au sein de vos services. Si vous ne pouvez pas l’ouvrir, dites-le-nous :"
        " nous prenons aussi les réponses par téléphone."
    ),
    "round.letter.end": "Cordialement",
    "round.remind.subject": "Rappel : {title} ({city})",
    "round.remind.asked": "Le {asked}, nous vous avons envoyé le formulaire «\u00a0{title}\u00a0» pour {city}.",
    "round.remind.asked-undated": "Nous vous avons envoyé le formulaire «\u00a0{title}\u00a0» pour {city}.",
    "round.remind.waiting": (
        "Il est encore temps : vos réponses sont demandées pour le {date}. Nous les attendons avec plaisir."
    ),
    "round.remind.overdue": (
        "Vos réponses étaient demandées pour le {date}, et nous ne les avons pas encore reçues. Nous serions"
        " toujours heureux de les avoir."
    ),
    "round.remind.partly": (
        "Merci pour les réponses de {city} à «\u00a0{title}\u00a0». Quelques engagements restent sans réponse."
    ),
    "round.remind.partly-waiting": "Il est encore temps : jusqu’au {date}.",
    "round.remind.partly-overdue": (
        "Elles étaient demandées pour le {date} ; nous serions toujours heureux de les avoir."
    ),
    "round.remind.open": "Encore sans réponse :",
    "round.remind.how": (
        "Une réponse courte suffit, et «\u00a0rien de nouveau\u00a0» en est une. Répondez à ce message, renvoyez le"
        " formulaire, ou dites-le-nous par téléphone. S’il vous faut plus de temps, dites-nous jusqu’à quand."
    ),
    "round.remind.crossed": "Si vous avez répondu entre-temps, merci de ne pas tenir compte de ce rappel.",
    "round.recorded.subject": "Ce que nous avons enregistré : {title} ({city})",
    "round.recorded.what": (
        "Merci pour vos réponses à «\u00a0{title}\u00a0». Voici ce que nous avons enregistré pour {city} ; merci de"
        " nous dire si c’est exact."
    ),
    "round.recorded.included-in": "{answer} : {city}",
    "round.recorded.obstacles": "Ce qui a fait obstacle (jamais publié) : {obstacles}",
    "round.recorded.open": "Pas encore répondu :",
    "round.recorded.publish": (
        "Pouvons-nous le publier ? Dites-nous pour chaque réponse : oui ; oui, sans nous nommer ; ou non."
        " Sans votre oui, rien n’en est publié."
    ),
    "round.recorded.reply": "Si quelque chose est faux ou manque, merci de répondre à ce message.",
    "round.bullet": "– {text}",
}
