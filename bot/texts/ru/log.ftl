command-staff-log = Кто что сделал в этой заявке
log-head =
    Журнал #{ $ticket }{ $count ->
        [1] { "" }
       *[other] { ", " }страница { $page } из { $count }
    }
log-line = { $at } { $mark }{ $what } { $move }
log-move = ({ $before } → { $after })
log-legend = ⚑ Супервизор вмешался в заявку коллеги. Время – UTC.
log-desk = Служба
button-older = ← Раньше
button-newer = Позже →
log-opened = { $who } · заявка открыта: { $words }
log-customer_wrote = { $who } · сообщение: { $words }
log-replied_publicly = { $who } → клиент{ $to-is ->
        [empty] {""}
       *[given] , слова: { $to }
    }: { $words }{ $former-is ->
        [empty] {""}
       *[given] {" "}(предложено: { $former })
    }
log-system_said = { $who } → клиент: { $words }
log-note_added = { $who } · заметка: { $words }
log-claimed = { $who } · заявка взята
log-assigned = { $who } · заявка передана: { $to }{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-released = { $who } · заявка возвращена{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-status_set = { $who } · статус изменён
log-people_called = { $who } · просьба позвать человека
log-triaged = { $who } · заявка определена как { $words }
log-alerted = { $who } · супервизоры оповещены: { $words }
log-delivery_failed = { $who } · не удалось доставить: { $words }
log-customer_back = { $who } · снова можно писать
log-customer_edited = { $who } · изменена запись { $of }
log-reply_edited = { $who } · изменён ответ в записи { $of }
log-note_edited = { $who } · изменена заметка в записи { $of }
log-reply_deleted = { $who } · отозван ответ в записи { $of }
log-customer_reacted = { $who } · реакция на запись { $of }: { $words }
log-customer_banned = { $who } · клиент заблокирован: { $words }
log-customer_unbanned = { $who } · блокировка снята
log-message_withheld = { $who } · сообщение во время блокировки: { $words }
log-subject_changed = { $who } · новое название: { $words }
log-tagged = { $who } · метки изменены: { $words }
log-priority_set = { $who } · срочность: { $words }
log-queue_changed = { $who } · перемещена в очередь { $words }
log-linked = { $who } · связана с { $words }
log-unlinked = { $who } · снята связь с { $words }
log-absorbed = { $who } · сюда присоединена { $words }
log-merged = { $who } · присоединена к { $words }
log-joined = { $who } · теперь участвуют: { $words }
log-left = { $who } · больше не участвует
log-staff_left = { $who } · больше не среди сотрудников: { $words }
log-handed_over = { $who } · передача дел, { $to }: { $words }
log-consulted = { $who } · вопрос к { $to }: { $words }
log-decided = { $who } · решение: { $words }
log-rated = { $who }: оценка { $words }
log-rating_commented = { $who } об оценке: { $words }
log-erasure_asked = { $who }: просьба удалить данные
log-erasure_declined = { $who }: в удалении отказано
log-erased = { $who }: все слова удалены
log-follow_up_set = { $who }: создано напоминание: { $words }
log-follow_up_cancelled = { $who }: отменено напоминание: { $words }
log-follow_up_fired = { $who }: напоминание: { $words }
log-snoozed = { $who }: отложена до { $words }
log-woken = { $who }: возвращена в работу
log-lapsed = { $who }: ответа не было, заявка переведена дальше
log-kept_open = { $who }: не завершать само собой
log-summarised = { $who } · итог: { $words }
log-looked = { $who } · просмотр супервизора
log-consultation_withdrawn = { $who } · вопрос снят: { $words }
log-incident_joined = { $who } · отнесена к инциденту { $words }
log-incident_left = { $who } · больше не относится к инциденту { $words }
log-update_drafted = { $who } · черновик сообщения: { $words }
log-draft_discarded = { $who } · черновик отклонён
log-intake_asked = До открытия: { $who } → { $words }
log-draft_locked = { $who } отвечает до { $words }
log-draft_unlocked = { $who } · очередь отвечать снята
log-reply_held = { $who } → клиент, не отправлено: { $words }
log-reply_discarded = { $who } · ответ из записи { $of } отброшен
log-suggested = { $who } предлагает: { $words }
log-suggestion_declined = { $who } · предложение из записи { $of } отклонено
log-clock_at_risk = { $who }: срок под угрозой — { $clock }, до { $due }{ $late ->
        [0] {""}
        [one]{" "}(замечено с опозданием на { $late } мин)
       *[other]{" "}(замечено с опозданием на { $late } мин)
    }
log-clock_breached = { $who }: срок истёк — { $clock }, был до { $due }{ $late ->
        [0] {""}
        [one]{" "}(замечено с опозданием на { $late } мин)
       *[other]{" "}(замечено с опозданием на { $late } мин)
    }
log-escalated = { $who } · эскалация, { $tier }: { $cause }{ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }{ $people-is ->
        [empty] {""}
       *[other] {""}; теперь участвуют: { $people }
    }
log-deescalated = { $who } · эскалация снята: { $tier }
log-specialist_asked = { $who } → вопрос специалистам: { $words }
log-routed = { $who } → вызваны: { $words }
log-advised = { $who } → совет: { $words }
log-passed_on = { $who } → работа передана: { $words }
log-reply_drafted = { $who } → черновик ответа: { $words }
log-conflict_decided = { $who } → решение между специалистами: { $words }
log-route_corrected = { $who } → исправлено, кому это: { $words }
log-verification_asked = { $who }: начата проверка, способ: { $proof }
log-code_sent = { $who }: код отправлен на указанный у нас адрес почты
log-verification_failed = { $who }: не подтверждено ({ $proof }): { $why }
log-customer_bound = { $who }: к клиенту привязана запись { $record } ({ $proof }){ $before-is ->
        [empty] {""}
       *[other] {""}, раньше { $before }
    }
log-customer_unbound = { $who }: запись { $record } больше не привязана
log-article_approved = { $who } одобряет статью: { $words }
