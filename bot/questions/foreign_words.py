"""Words of other languages and what they are in English here: folded phrase = meaning. Rows only."""

_GERMAN = """
was ist mit=what is wrong with|los=
wer=who|wen=who|wem=who|wessen=whose|was=what|warum=why|wieso=why|weshalb=why|wann=when|seit wann=since when|wo=where
woher=where|wie=how|welche=which|welcher=which|welches=which|wie viele=how many|wieviele=how many|wie viel=how much
wie lange=how long|hatte=had|hatten=had|habe=have|haben=have|hat=had|war=was|waren=were|ist=is|sind=are
gab es=was there|gibt es=is there|wurde=was|wurden=were|der=the|die=the|das=that|dem=the|den=the|ein=a|eine=a|einen=a
einem=a|und=and|oder=or|mit=with|ohne=without|ausser=except|nicht=not|kein=no|keine=no|nur=only|alle=everyone
jeder=everyone|jemand=anyone|niemand=nobody|am schlechtesten=the worst|schlechteste=worst|schlechtesten=worst
am schlimmsten=the worst|schlimmste=worst|schlimmsten=worst|schlimm=bad|schlecht=bad|schlechte=bad|schlechten=bad
schlechter=worse|schlimmer=worse|beste=best|besten=best|am besten=the best|besser=better|gut=good|gute=good|guten=good
verbindung=connection|verbindungen=connections|qualitat=quality|netz=network|netzwerk=network|ton=audio|bild=video
kamera=camera|bildschirm=screen|besprechung=meeting|treffen=meeting|anruf=call|gesprach=call|konferenz=conference
paketverlust=packet loss|verlust=loss|verzogerung=delay|latenz=latency|schwankung=jitter|probleme=problems
problem=problem|schwierigkeiten=problems|storungen=problems|storung=problem|ich=i|mich=me|mir=me|mein=my|meine=my
bei mir=for me|er=he|sie=she|ihn=him|ihr=her|sein=his|seine=his|ihm=him|beide=both|beiden=both|wir=we|uns=us|unser=our
unsere=our|ihnen=them|von=of|bei=for|fur=for|im=in the|auf=on|zwischen=between|vergleiche=compare|vergleich=compare
vergleichen=compare|zeig=show|zeige=show|zeig mir=show me|bitte=please|danke=thanks|vielen dank=thanks|erklare=explain
bedeutet=mean|heisst=mean|ursache=cause|grund=reason|lag es an=was it|liegt es an=is it|schuld=fault|tun=do|machen=do
kann=can|kannst=can|konnen=can|soll=should|sollte=should|hilft=help|losung=solution|beheben=fix|verbessern=improve
andere=others|anderen=others|sonst noch=else|zusammenfassung=summary|fasse zusammen=summarize|exportieren=export
diagramm=chart|grafik=chart|stumm=mute|wlan=wifi|kabel=cable|kabelgebunden=wired|mobilfunk=cellular|handy=mobile
standort=location|standorte=locations|buro=office|gerat=device|gerate=devices|kopfhorer=headset|mikrofon=microphone
angefangen=start|begonnen=begin|begann=start|fing=start|an=|los=|gesendet=sent|empfangen=received|senden=sending
gehort=heard|leute=people|personen=people|teilnehmer=participants|hing=froze|ruckelte=choppy|ruckelt=choppy
abgehackt=choppy|unscharf=blurry|letzte=last|letzten=last|minuten=minutes|woche=week|sicher=sure|daten=data
zahlen=numbers|mehr als=more than|weniger als=less than|hoher=higher|hochste=highest|hochsten=highest|meisten=most
am meisten=the most|immer=always|normalerweise=usually|ganze=whole|zeit=time|rausgeflogen=kicked out
getrennt=disconnected|lief=went|es=it|dass=that|uber=over|wieder=again|heute=today|geht=go|gings=go|wars=was it
"""
_SPANISH = """
quien=who|quienes=who|que=what|por que=why|porque=why|cuando=when|desde cuando=since when|donde=where|como=how
cual=which|cuales=which|cuantos=how many|cuantas=how many|cuanto tiempo=how long|cuanto=how much|tuvo=had|tuvieron=had
tenia=had|tiene=has|tienen=have|fue=was|fueron=were|era=was|estaba=was|estuvo=was|es=is|esta=is|son=are|hubo=was there
hay=is there|el=the|la=the|los=the|las=the|un=a|una=a|y=and|o=or|con=with|sin=without|excepto=except|menos=except
no=not|solo=only|solamente=only|todos=everyone|alguien=anyone|nadie=nobody|peor=worst|peores=worst|mejor=best
mejores=best|mal=bad|mala=bad|malo=bad|bien=good|bueno=good|buena=good|conexion=connection|conexiones=connections
calidad=quality|red=network|sonido=audio|voz=voice|imagen=video|camara=camera|pantalla=screen|reunion=meeting
llamada=call|perdida de paquetes=packet loss|perdida=loss|paquetes=packets|retraso=delay|latencia=latency
problemas=problems|problema=problem|yo=i|mi=my|me=me|para mi=for me|su=his|sus=his|ella=she|ellos=they|ambos=both
nosotros=us|nuestra=our|nuestro=our|de=of|del=of|en=in|para=for|entre=between|compara=compare|comparar=compare
muestra=show|muestrame=show me|ver=see|por favor=please|gracias=thanks|explica=explain|significa=mean|causa=cause
razon=reason|culpa=fault|hacer=do|puede=can|puedo=can|podemos=can|debe=should|arreglar=fix|mejorar=improve
solucion=solution|otros=others|demas=others|resumen=summary|exportar=export|grafico=chart|grafica=chart|silenciar=mute
inalambrica=wireless|cable=cable|movil=mobile|oficina=office|oficinas=offices|ubicacion=location|dispositivo=device
auriculares=headset|microfono=microphone|empezo=start|comenzo=start|enviado=sent|recibido=received|enviar=sending
recibir=receiving|gente=people|personas=people|participantes=participants|se=it|congelo=froze|entrecortado=choppy
entrecortaba=choppy|borroso=blurry|ultimos=last|ultima=last|minutos=minutes|semana=week|seguro=sure|datos=data
numeros=numbers|mas de=more than|mas=most|menos de=less than|siempre=always|normalmente=usually|al=to|lo=it|le=him
fallo=failed|paso=happened|cortaba=choppy|oia=hear|escuchaba=hear
"""
_FRENCH = """
qui=who|quoi=what|que=what|qu est ce que=what is|pourquoi=why|quand=when|depuis quand=since when|ou=or|comment=how
quel=which|quelle=which|quels=which|quelles=which|combien de temps=how long|combien de=how many|combien=how many
avait=had|avaient=had|a eu=had|ont eu=had|ont=have|avons=have|etait=was|etaient=were|est=is|sont=are|ete=was
il y a=is there|y avait=was there|le=the|la=the|les=the|l=the|un=a|une=a|des=some|et=and|avec=with|sans=without
sauf=except|ne=|pas=not|seulement=only|juste=only|tous=everyone|tout le monde=everyone|quelqu un=anyone
personne=nobody|pire=worst|le pire=the worst|la pire=the worst|meilleur=best|meilleure=best|mauvais=bad|mauvaise=bad
mal=bad|bien=good|bon=good|bonne=good|connexion=connection|connexions=connections|qualite=quality|reseau=network
son=audio|voix=voice|image=video|camera=camera|ecran=screen|reunion=meeting|appel=call|perte de paquets=packet loss
perte=loss|pertes=loss|paquets=packets|retard=delay|delai=delay|latence=latency|gigue=jitter|problemes=problems
probleme=problem|soucis=problems|je=i|j=i|moi=me|mon=my|ma=my|pour moi=for me|il=he|elle=she|sa=his|ils=they|lui=him
eux=them|les deux=both|nous=us|notre=our|de=of|du=of|d=of|en=in|dans=in|pour=for|chez=for|entre=between
compare=compare|comparer=compare|montre=show|montre moi=show me|montrer=show|voir=see|s il te plait=please
s il vous plait=please|merci=thanks|explique=explain|veut dire=mean|signifie=mean|cause=cause|raison=reason
faute=fault|faire=do|peut=can|peux=can|doit=should|corriger=fix|ameliorer=improve|solution=solution|autres=others
resume=summary|exporter=export|graphique=chart|graphe=chart|couper=mute|sans fil=wireless|filaire=wired
portable=mobile|bureau=office|bureaux=offices|lieu=location|appareil=device|casque=headset|micro=microphone
commence=start|envoye=sent|recu=received|emission=sent|reception=received|gens=people|personnes=people
participants=participants|gelee=froze|fige=froze|hache=choppy|saccade=choppy|floue=blurry|flou=blurry|dernieres=last
derniers=last|derniere=last|minutes=minutes|semaine=week|sur=sure|donnees=data|chiffres=numbers|plus de=more than
plus=most|moins de=less than|toujours=always|normalement=usually|c=it|ce=it|ca=that|au=to|y=there|s=it|passe=happened
etait ce=was it|est ce que=
"""
_PORTUGUESE = """
quem=who|que=what|o que=what|por que=why|porque=why|quando=when|desde quando=since when|onde=where|como=how|qual=which
quais=which|quantos=how many|quantas=how many|quanto tempo=how long|quanto=how much|teve=had|tiveram=had|tinha=had
tem=has|foi=was|foram=were|era=was|estava=was|estavam=were|esta=is|sao=are|houve=was there|ha=is there|o=the|os=the
as=the|um=a|uma=a|e=and|ou=or|com=with|sem=without|exceto=except|menos=except|nao=not|so=only|somente=only|apenas=only
todos=everyone|alguem=anyone|ninguem=nobody|pior=worst|piores=worst|melhor=best|mal=bad|ruim=bad|ma=bad|mau=bad
bem=good|bom=good|boa=good|conexao=connection|ligacao=connection|qualidade=quality|rede=network|som=audio|voz=voice
imagem=video|camera=camera|tela=screen|ecra=screen|reuniao=meeting|chamada=call|perda de pacotes=packet loss
perda=loss|pacotes=packets|atraso=delay|latencia=latency|problemas=problems|problema=problem|eu=i|meu=my|minha=my
para mim=for me|mim=me|ele=he|ela=she|dele=his|dela=her|seu=his|sua=his|eles=they|ambos=both|dois=two|nos=us|nosso=our
nossa=our|de=of|do=of|da=of|em=in|no=in|na=in|para=for|entre=between|compare=compare|comparar=compare|mostra=show
mostre=show|mostrar=show|ver=see|por favor=please|obrigado=thanks|obrigada=thanks|explica=explain|explique=explain
significa=mean|causa=cause|razao=reason|culpa=fault|fazer=do|pode=can|posso=can|podemos=can|deve=should|consertar=fix
corrigir=fix|melhorar=improve|solucao=solution|outros=others|resumo=summary|exportar=export|grafico=chart
silenciar=mute|sem fio=wireless|cabo=cable|celular=mobile|movel=mobile|escritorio=office|escritorios=offices
local=location|localizacao=location|dispositivo=device|fone=headset|auscultadores=headset|microfone=microphone
comecou=start|enviado=sent|recebido=received|enviar=sending|receber=receiving|gente=people|pessoas=people
participantes=participants|congelou=froze|travou=froze|travando=choppy|cortando=choppy|borrado=blurry|ultimos=last
ultima=last|minutos=minutes|semana=week|certeza=sure|dados=data|numeros=numbers|mais de=more than|mais=most
menos de=less than|sempre=always|normalmente=usually|aconteceu=happened|ao=to
"""


def _rows(text: str) -> dict[tuple[str, ...], str]:
    pairs = (row.partition("=") for line in text.strip().splitlines() for row in line.split("|"))
    return {tuple(phrase.split()): meaning for phrase, _, meaning in pairs}


FOREIGN: dict[str, dict[tuple[str, ...], str]] = {
    "de": _rows(_GERMAN),
    "es": _rows(_SPANISH),
    "fr": _rows(_FRENCH),
    "pt": _rows(_PORTUGUESE),
}
