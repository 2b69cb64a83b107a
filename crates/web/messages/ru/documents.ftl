### Материалы рядом с журналом.

documents-lede = В журнале значится, как называется материал, для каких органов он предназначен, и его контрольное обязательство, которое ничего из него не раскрывает. Сам материал хранится рядом с журналом и может быть удалён.
documents-no-log = Эта запись прочитана из текста: журнала у неё нет, нет и материалов рядом с ним.
documents-none = Ни один материал не сдан на хранение.
documents-latest-first = Материалы, начиная с последнего
documents-document = материал
documents-deposited = сдан
documents-for = для кого
documents-type = вид
documents-bytes = байтов
documents-commitment = обязательство
documents-who-reads = Читать материал может тот, кто в день чтения имеет место в одном из его органов.
documents-erased = – удалён: { $reason } ({ $entry })
documents-entry = запись { $number }
documents-everybody = для всех
