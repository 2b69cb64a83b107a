### Два дела рядом.

beside-title = Два дела рядом
beside-lede = Выберите два дела, открытых не позднее { $day }.
beside-these = { $left }, рядом: { $right }.
beside-others = Сравнить другие
beside-head = { $matter }, открыто { $day }
beside-head-by = { $matter }, открыто { $day }, инициатор — { $opener }
beside-opened = открыто
beside-opened-by = инициатор
beside-spoke = кто действовал от его имени
beside-article = статья
beside-as-it-stood = тогдашняя редакция
beside-by = кто: { $actor }
beside-same-steps = Одни и те же стадии
beside-part = Они расходятся на стадии: { $step }.
beside-alike = В обоих делах выполнены одни и те же стадии.
beside-not-found = в этой записи не найдено
beside-no-summary = в этой записи нет краткого изложения
beside-no-step = такой стадии нет
beside-none = К этому дню не было открыто ни одного дела. Выберите выше более поздний день.
beside-one = одно
beside-other = другое
beside-compare = Сравнить
