# The desk in a container: `docker build -t topicdesk .`, then see compose.yaml.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# An own user: the desk needs no rights on the machine, only its folder.
RUN useradd --system --uid 10001 --home-dir /data --create-home topicdesk

COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY orchestration orchestration
COPY storage storage
COPY engine engine
COPY connectors connectors
COPY sandbox sandbox
# Editable, so that the code, its texts and its migrations are the files that stand here.
RUN pip install -c constraints.txt -e .

# The default desk; mount a folder of your own over it.
COPY desk desk

ENV DATABASE_URL=sqlite:////data/topicdesk.db
USER topicdesk
VOLUME /data
WORKDIR /data

# The desk opens no port, unless WEBHOOK_URL is set. The doctor is asked rarely: it asks Telegram in turn.
HEALTHCHECK --interval=5m --timeout=60s --start-period=60s CMD ["topicdesk", "doctor"]
STOPSIGNAL SIGTERM
CMD ["topicdesk", "run"]
