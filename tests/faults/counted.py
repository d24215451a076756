"""The house with one more address, a write as light as can be: a row with a name, through everything around it."""

from sanshe.config.wsgi import stage  # noqa: F401, I001 - what is served; it makes Django ready for the rest

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from sanshe.config import urls
from sanshe.core.jobs.models import Job
from sanshe.core.kit import ids
from sanshe.core.kit.access import Open, needs


@needs(Open.PUBLIC)
@csrf_exempt
def count(request: HttpRequest) -> HttpResponse:
    Job.objects.create(id=ids.new(), code=request.POST["name"], made_at=request.received_at, key=None)
    return HttpResponse("ok")


urls.urlpatterns.append(path("count/", count))
