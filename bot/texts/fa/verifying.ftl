## هر پرونده از آن کیست (bot.routers.verifying)

command-customer-verify = نشان دهید که مشتری ما هستید
command-staff-bind = سرپرستان: این پرونده از آن اوست: /bind C-1001
command-staff-unbind = سرپرستان: این پرونده از آن او نیست

verify-how =
    برای آن‌که از سفارش‌هایتان بگویم باید بدانم که از آن شما هستند.{ $order ->
        [yes] {" "}شمارهٔ یک سفارش و کد پستی مقصد آن را بنویسید، مانند:
            /verify 4711 28013
       *[no] {""}
    }{ $email ->
        [yes] {""}
            { $order ->
                [yes] یا نشانی ایمیلی را که از شما داریم بنویسید تا کدی به آن بفرستم:
               *[no] نشانی ایمیلی را که از شما داریم بنویسید تا کدی به آن بفرستم:
            }
            /verify you@example.org
       *[no] {""}
    }
verify-by-people = این را خودم نمی‌توانم بررسی کنم. همین‌جا برای ما بنویسید تا یک نفر رسیدگی کند.
verify-still-checking = هنوز دارم آنچه را پیش‌تر نوشتید بررسی می‌کنم. لطفاً یک لحظه.
verify-code-on-its-way = اگر این همان نشانی باشد که از شما داریم، یک کد شش‌رقمی به آن فرستاده می‌شود. تا { $minutes } دقیقه همین‌جا بنویسیدش.
verify-wrong-code = کد این نیست. { $left ->
        [one] یک بار دیگر می‌توانید امتحان کنید.
       *[other] { $left } بار دیگر می‌توانید امتحان کنید.
    }
verify-no-match = این دو با هم نمی‌خوانند. در تأییدیهٔ سفارش نگاه کنید و دوباره امتحان کنید.
verify-no-answer = الان نتوانستم بررسی کنم. چند دقیقهٔ دیگر دوباره امتحان کنید یا همین‌جا برای ما بنویسید.
verify-paused = امروز بیش از اندازه امتحان کردید. فردا دوباره امتحان کنید یا /human را بنویسید تا یک نفر رسیدگی کند.
verified = سپاس، حالا می‌دانم که مشتری ما هستید.

bound = { $customer } اکنون با پروندهٔ { $record } شناخته می‌شود. /unbind آن را برمی‌دارد.
unbound = { $customer } دیگر با هیچ پرونده‌ای شناخته نمی‌شود.
binding = تأییدشده با { $record }: { $proof }، به دست { $by }، { $since }. /unbind آن را برمی‌دارد.
card-bound = تأییدشده با { $record } ({ $proof }) به دست { $by }
proof-order_postcode = سفارش و کد پستی
proof-email_code = کد ایمیلی
proof-supervisor = سرپرست
unproven-no_match = با هیچ پرونده‌ای نمی‌خواند
unproven-wrong_code = کد نادرست
unproven-no_answer = از سامانه نشد پرسید
error-already-bound = { $customer } پیش‌تر با { $record } شناخته شده است؛ /unbind آن را برمی‌دارد.
error-not-bound = { $customer } با هیچ پرونده‌ای شناخته نمی‌شود؛ خودش می‌تواند /verify را بنویسد، یا سرپرست /bind را با پرونده بنویسد.
error-supervisors-bind = تنها سرپرست می‌گوید کدام پرونده از آن مشتری #{ $ticket } است؛ از او بخواهید /bind یا /unbind را بنویسد.
error-bad-record = پرونده یک خط است، حداکثر { $most } نویسه، مانند /bind C-1001.
tools-broken =
    ⚠️ میز بدون بخشی از ابزارهایش کار می‌کند؛ `topicdesk doctor` بیشتر می‌گوید:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… و { $more } مورد دیگر، در گزارش
    }
