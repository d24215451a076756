"""UI: the base pages, the components, the words of refusal, and the registries pages are put together from."""
