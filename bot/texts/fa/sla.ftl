## سطح خدمت

clock-first_response = پاسخ نخست
clock-next_response = پاسخ بعدی
clock-resolution = حل مسئله
card-deadline = { $stage ->
        [0] { $clock }: مهلت { $due }
        [1] { $clock } در خطر: مهلت { $due }
       *[other] { $clock }: مهلت از { $due } گذشته است
    }
notice-sla_at_risk = • { $clock }: مهلت نزدیک است، { $due }{ $late ->
        [0] {""}
        [one]{" "}(با { $late } دقیقه تأخیر دیده شد)
       *[other]{" "}(با { $late } دقیقه تأخیر دیده شد)
    }
notice-sla_breached = • { $clock }: مهلت از { $due } گذشته است{ $late ->
        [0] {""}
        [one]{" "}(با { $late } دقیقه تأخیر دیده شد)
       *[other]{" "}(با { $late } دقیقه تأخیر دیده شد)
    }
sla-at-risk = { $who }، مهلتی از #{ $ticket } نزدیک است؛ کارت می‌گوید کدام.
sla-breached = { $who }، مهلتی از #{ $ticket } گذشته است؛ کارت می‌گوید کدام.
