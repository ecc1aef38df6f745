"""People. What somebody may do comes from offices that they hold (`network`), never from flags here."""

import uuid
from datetime import UTC, tzinfo
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from hemicycle.accounts.states import USUAL, Often


class People(BaseUserManager["Person"]):
    """Looks people up by address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)

    def create_user(self, email: str, **fields: Any) -> "Person":
        person = self.model(email=self.normalize_email(email).strip().lower(), **fields)
        person.set_unusable_password()
        person.full_clean(exclude=("password",))
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """One row is one human being who can sign in."""

    kind: ClassVar[str] = "person"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = People()

    class Meta:
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Third-party screens ask this; the answer comes from offices through the permission."""
        return self.has_perm("wagtailadmin.access_admin")

    @property
    def zone(self) -> tzinfo:
        """A zone whose name this machine does not know counts as UTC."""
        try:
            return ZoneInfo(self.time_zone)
        except (LookupError, ValueError, OSError):
            return UTC

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.get_full_name()


class DeedDone(models.Model):
    """One row is one mailed link that was used; it is kept until no such link could still be valid."""

    digest = models.CharField(max_length=64, primary_key=True)
    done_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)

    class Meta:
        verbose_name_plural = "deeds done"

    def __str__(self) -> str:
        return self.digest[:8]


class Preference(models.Model):
    """One row is what one person wants to hear, and in what form; without a row the usual holds."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preference", primary_key=True
    )
    review = models.CharField(max_length=8, choices=Often.choices, default=USUAL["review"])
    threads = models.CharField(max_length=8, choices=Often.choices, default=USUAL["threads"])
    upkeep = models.CharField(max_length=8, choices=Often.choices, default=USUAL["upkeep"])
    seats = models.CharField(max_length=8, choices=Often.choices, default=USUAL["seats"])
    hubs = models.CharField(max_length=8, choices=Often.choices, default=USUAL["hubs"])
    meetings = models.CharField(max_length=8, choices=Often.choices, default=USUAL["meetings"])
    steering = models.CharField(max_length=8, choices=Often.choices, default=USUAL["steering"])
    plain_text = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.pk)


class Token(models.Model):
    """One row is one key to the interface for programs; the key itself is shown once and kept only as a digest."""

    kind: ClassVar[str] = "token"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    # Scopes of `states.Scope`, with a blank between them.
    scope = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    # The first characters, by which a person tells keys apart.
    start = models.CharField(max_length=12, editable=False)
    issued_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    used_on = models.DateField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-issued_at",)

    def __str__(self) -> str:
        return str(self.uid)

    @property
    def scopes(self) -> tuple[str, ...]:
        return tuple(self.scope.split())
