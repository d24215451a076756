"""One settings file. What differs between places comes from the environment or the data folder."""

import os
import secrets
import sys
from pathlib import Path

import environ
import structlog

from sanshe.config.policy import LIBRARY_POLICY  # noqa: F401 - a setting
from sanshe.config.sqlite import has_wal_fault, use_bundled

use_bundled()

env = environ.Env()
SOURCE = Path(__file__).resolve().parent.parent

# --- where the data lives -------------------------------------------------------------------------------
DATA = Path(env("SANSHE_DATA", default=str(Path.cwd() / "data"))).resolve()
KEYS = Path(env("SANSHE_KEY_FILE", default=str(DATA / "keys")))
FILES_ROOT = DATA / "files"
BACKUPS = DATA / "backups"
PRODUCTION = env.bool("SANSHE_PRODUCTION", default=False)
HAS_DEMO_FLAG = (DATA / "demo.json").exists()
IS_DEMO = HAS_DEMO_FLAG and not PRODUCTION  # one-click roles exist nowhere else; a check refuses the two together
DEBUG = env.bool("SANSHE_DEBUG", default=False)


def _secret_key() -> str:
    """Signs sessions and links; made once for a data folder, readable by its owner only."""
    path = DATA / "keys" / "django"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env("SANSHE_SECRET_KEY", default="") or _secret_key()
ALLOWED_HOSTS = env.list("SANSHE_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("SANSHE_ORIGINS", default=[])
ADDRESS = env("SANSHE_ADDRESS", default="") or next(iter(CSRF_TRUSTED_ORIGINS), "http://127.0.0.1:8000")  # on papers
TRUSTED_PROXIES = env.list("SANSHE_PROXIES", default=[])

# --- apps, lowest floor last --------------------------------------------------------------------------------
SANSHE_APPS = [
    f"sanshe.{name}"
    for name in [
        "demo",
        "desk",
        "journeys",
        "incubation",
        "patrol",
        "pledges",
        "appeals",
        "creation",
        "activities",
        "fair",
        "stories",
        "core.objections",
        "core.sheets",
        "core.consents",
        "core.tracking",
        "core.codes",
        "core.signing",
        "core.field",
        "core.duties",
        "core.accounts",
        "core.parties",
        "core.areas",
        "core.calendar",
        "core.notices",
        "core.search",
        "core.imports",
        "core.ledgers",
        "core.papers",
        "core.figures",
        "core.serials",
        "core.files",
        "core.rows",
        "core.audit",
        "core.receipts",
        "core.jobs",
        "core.ui",
        "core.privacy",
    ]
    if (SOURCE.joinpath(*name.split(".")) / "apps.py").exists()
]
INSTALLED_APPS = [
    *SANSHE_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_cotton.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

# --- database ------------------------------------------------------------------------------------------------
SQLITE_JOURNAL = "DELETE" if has_wal_fault() else "WAL"
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = 60  # opening the file and its pragmas costs more than most pages' queries
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={SQLITE_JOURNAL};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}}  # then a 503
if env("SANSHE_TEST_FILE", default=""):  # races need a file: threads share one connection in memory
    DATABASES["default"]["TEST"] = {"NAME": env("SANSHE_TEST_FILE")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}

# --- pages ---------------------------------------------------------------------------------------------------
ROOT_URLCONF = "sanshe.config.urls"
WSGI_APPLICATION = "sanshe.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["sanshe.core.ui.adapters.Squeezing", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                *(["sanshe.core.ui.pages.shell"] if "sanshe.core.ui" in SANSHE_APPS else []),
            ],
        },
    }
]
MIDDLEWARE = [
    "sanshe.core.receipts.middleware.ForPrograms",  # to who asks for JSON every fault is JSON
    "sanshe.core.receipts.middleware.Arrival",  # reads both clocks once; turns a locked database into a 503
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sanshe.core.ui.middleware.Unchanged",
    "sanshe.core.ui.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "sanshe.core.accounts.middleware.Acting",  # request.actor; deny by default
    "sanshe.core.files.middleware.Checked",  # files are looked at before the write begins
    "sanshe.core.receipts.middleware.OnceOnly",  # every POST once, answered again from its receipt
]
MIDDLEWARE = [m for m in MIDDLEWARE if not m.startswith("sanshe.") or m.rsplit(".middleware.")[0] in SANSHE_APPS]
# Libraries' own forms carry no request id; every page of ours does.
WITHOUT_RECEIPT = ("allauth.", "django.views.i18n")
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("SANSHE_STATIC", default=str(DATA / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
        if (STATIC_ROOT / "staticfiles.json").exists() or "ready" in sys.argv  # the start lays them out
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")

# --- language and time ---------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
LOCALE_PATHS: list[str] = []  # each app carries its own locale/

# --- who is there --------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["sanshe.core.accounts.backends.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "sanshe.core.accounts.backends.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_RATE_LIMITS = False  # the library counts by address; a hall sits behind one. Ours count by account and device
MFA_ADAPTER = "sanshe.core.accounts.backends.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = False
MFA_TOTP_ISSUER = "三社"
MFA_FORMS = {
    "authenticate": "sanshe.core.accounts.forms.FactorForm",
    "reauthenticate": "sanshe.core.accounts.forms.FactorAgainForm",
}
USERSESSIONS_TRACK_ACTIVITY = False
SESSION_ENGINE = "sanshe.core.accounts.backends"
SESSION_COOKIE_AGE = 12 * 3600
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- what a browser is told ----------------------------------------------------------------------------------
SMS_URL = env("SANSHE_SMS_URL", default="")
SMS_KEY = env("SANSHE_SMS_KEY", default="")
EMAIL_HOST = env("SANSHE_SMTP_HOST", default="")
EMAIL_PORT = env.int("SANSHE_SMTP_PORT", default=587)
EMAIL_HOST_USER = env("SANSHE_SMTP_USER", default="")
EMAIL_HOST_PASSWORD = env("SANSHE_SMTP_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("SANSHE_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("SANSHE_MAIL_FROM", default="")
DISTRICT_HOSTS: dict[str, str] = env.dict("SANSHE_DISTRICT_HOSTS", default={})
MAIL_OFFICE = env("SANSHE_MAIL_OFFICE", default="")
SECURE_COOKIES = env.bool("SANSHE_SECURE_COOKIES", default=PRODUCTION)
SESSION_COOKIE_NAME = "__Host-session" if SECURE_COOKIES else "session"
CSRF_FAILURE_VIEW = "sanshe.core.receipts.views.forged"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE_COOKIES else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- logs: one JSON object a line on standard error; the operator keeps them 200 days ---------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "structlog.stdlib.ProcessorFormatter",
            "processor": structlog.processors.JSONRenderer(ensure_ascii=False),
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env("SANSHE_LOG_LEVEL", default="WARNING")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "psycopg.pool": {"level": "ERROR"},  # it repeats itself; whoever asked is told
    },
}

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")
