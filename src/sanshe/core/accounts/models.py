"""Rows of accounts. Times of signing in, locks and codes are the machine's; terms are days of business."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from sanshe.core.kit import ids, same
from sanshe.core.privacy.fields import BlindIndex, EncryptedText


class Users(BaseUserManager["User"]):
    """Finds users by their username, as small letters."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=(username or "").casefold())


class User(AbstractBaseUser):
    """A person who signs in: staff by username, everybody else by phone. A phone's first code makes one."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    username = models.CharField(max_length=60, unique=True, null=True)
    name = EncryptedText(max_length=60, default="")
    name_blind = BlindIndex(source="name", normalise=same.name, default="")
    phone = EncryptedText(max_length=20, null=True)
    phone_blind = BlindIndex(source="phone", normalise=same.phone, null=True, unique=True)
    staff_number = models.CharField(max_length=30, default="")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects = Users()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(username__isnull=False) | Q(phone_blind__isnull=False),
                name="a_user_has_a_username_or_a_phone",
            )
        ]

    def __str__(self) -> str:
        return self.username or str(self.pk)


class Role(models.Model):
    """A role and the codes it gives here; `seeded` holds what the program gave, so that a removed code stays away."""

    code = models.CharField(max_length=40, primary_key=True)
    codes = models.JSONField(default=list)
    seeded = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.code


class Appointment(models.Model):
    """Who acts in which role for which area, or for which organisation, from which day to which (inclusive)."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, db_index=False)
    area_path = models.CharField(max_length=15, db_index=True)
    organisation = models.UUIDField(null=True, db_index=True)
    duty = models.CharField(max_length=60, default="")
    starts = models.DateField()
    ends = models.DateField(null=True)
    appointed_by = models.UUIDField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)  # when what was open in these hands was looked at, after the end

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="a_term_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "area_path"],
                condition=Q(organisation__isnull=True, ends__isnull=True, ended_at__isnull=True),
                name="one_open_term_of_a_role_and_area",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"],
                condition=Q(organisation__isnull=False, ends__isnull=True, ended_at__isnull=True),
                name="one_open_term_of_a_role_and_organisation",
            ),
        ]
        indexes = [models.Index(fields=["role", "area_path"], name="appointment_role_area")]

    def __str__(self) -> str:
        return f"{self.role_id} {self.area_path}"


class Handover(models.Model):
    """交接: one open matter that goes from who leaves to somebody else. Without `to` it waits for one; `settled_at` is
    when it came to an end without one. `title` and `url` are the matter's as they were then."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    term = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="handovers")
    area_path = models.CharField(max_length=15, db_index=True)
    kind = models.CharField(max_length=60)
    matter = models.UUIDField()
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    handed_by = models.UUIDField(null=True)
    handed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "matter"],
                condition=Q(handed_at__isnull=True, settled_at__isnull=True),
                name="a_matter_waits_for_one_successor_once",
            ),
            models.CheckConstraint(
                condition=Q(handed_at__isnull=True) | Q(to__isnull=False), name="what_was_handed_over_has_a_receiver"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Device(models.Model):
    """A browser in which somebody signed in before. Guesses from elsewhere do not lock it out."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="devices")
    mark = models.CharField(max_length=64)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mark", "user"], name="a_device_knows_a_user_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Failure(models.Model):
    """Wrong passwords for one account from one device (an empty device stands for all that are not known), or uses of
    what is open to everybody. `account` is a blind mark: no name, number or address is kept."""

    account = models.CharField(max_length=64)
    device = models.CharField(max_length=64, default="")
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "device"], name="one_count_of_failures")]

    def __str__(self) -> str:
        return f"{self.count}"


class PhoneCode(models.Model):
    """A one-time code that was sent, for one use and about one thing; only its fingerprint is kept."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    phone_blind = models.CharField(max_length=64, db_index=True)
    device = models.CharField(max_length=64, db_index=True)
    use = models.CharField(max_length=40, default="accounts.sign_in")
    about = models.CharField(max_length=64, blank=True)
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    slot = models.BigIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["phone_blind", "slot"], name="one_code_a_minute_for_a_phone")]

    def __str__(self) -> str:
        return str(self.pk)


class Link(models.Model):
    """A one-time link by which a person sets a password: the first administrator, or one who lost everything."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class Token(models.Model):
    """A key for programs, which acts by one appointment and nothing else."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    label = models.CharField(max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.label


class Stash(models.Model):
    """What somebody had typed when the session was over; given back after signing in again, then deleted."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    mark = models.CharField(max_length=64, db_index=True)
    fields = EncryptedText()
    path = models.CharField(max_length=300)
    back = models.CharField(max_length=300)
    had_files = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.path
