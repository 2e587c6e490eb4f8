## The digest of a lost topic

digest-title = این موضوع از نو ساخته شد. در موضوع ازدست‌رفته چنین آمده بود:
digest-left-out =
    { $count ->
        [one] یک پیام پیشین فقط در سوابق هست.
       *[other] پیام‌های پیشین ({ $count }) فقط در سوابق هست.
    }

## Entries in the topic

entry-note = { $author } · یادداشت
entry-reply = { $author } ← مشتری
entry-system = سامانه ← مشتری
entry-forwarded = { $head } · بازارسال از { $origin }
entry-edited = ویرایش پیام از { $author }. پیش از این چنین بود:
entry-deleted = پس گرفتن این پاسخ از مشتری به دست { $author }:
entry-reacted =
    { $emoji-is ->
        [empty] واکنش { $author } برداشته شد
       *[other] واکنش { $author }: { $emoji }
    }
reaction-other = واکنشی ویژه
no-words = (بدون متن)
piece-gone = …

## Why a message did not arrive, after "because"

failure-blocked = ربات را مسدود کرده است
failure-deactivated = حساب او حذف شده است
failure-never-started = هنوز ربات را آغاز نکرده است
failure-source-gone = اصل پیام پاک شده یا کپی‌شدنی نیست
failure-protected = در برابر کپی محافظت شده است
failure-other = تلگرام گفت: { $words }
