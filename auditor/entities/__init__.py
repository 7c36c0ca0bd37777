"""Who and what a site names: the company and its forms, products, customers, its people, partners, award bodies.

No model: structured data, titles, what stands beside a name (a job, marks of quotation, "clients include"), how often a
name stands in the middle of a sentence, and the word list "names". Each name has one kind, says how it was told and
where. What is told by a shape alone is kept and not *sure*: an audit that says "not found" asks for all, one that names
somebody asks for the sure ones. Names are data from strangers: bounded in number and length, and escaped by whoever writes.
"""

from auditor.entities.book import Entities, Entity, How, Kind, Witness
from auditor.entities.mentions import mentioned
from auditor.entities.others import clients, partners
from auditor.entities.told import customers_words, entities, spoken

__all__ = [
    "Entities",
    "Entity",
    "How",
    "Kind",
    "Witness",
    "clients",
    "customers_words",
    "entities",
    "mentioned",
    "partners",
    "spoken",
]
