"""What a press file says of itself: output intent, standard, title, dates and identifiers.

Source: ISO 15930-4 (PDF/X-1a:2003) and 15930-7 (PDF/X-4); ISO 32000-1, 14.11.5 (output intents).
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from reportpub.layout.conditions import Condition
from reportpub.model.job import Standard
from reportpub.render.xmp import Description, identifier, info_date, packet


def describe(pdf: Pdf, said: Description, condition: Condition, standard: Standard) -> None:
    """Write output intent, metadata and identifiers into a press file."""
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.name),
        OutputCondition=String(condition.description),
        RegistryName=String(condition.registry),
        Info=String(condition.description),
    )
    if condition.profile:
        intent["/DestOutputProfile"] = pdf.make_stream(condition.profile, N=4, Alternate=Name.DeviceCMYK)
    pdf.Root["/OutputIntents"] = Array([intent])
    modern = {"pdfxid_GTS_PDFXVersion": standard.version} if standard is Standard.X4 else {}
    data = packet(said, **modern, pdf_Trapped="False")
    pdf.Root["/Metadata"] = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    info = Dictionary(
        Title=String(said.title),
        Author=String(said.author),
        Creator=String(said.creator),
        Producer=String(said.producer),
        CreationDate=String(info_date(said.date)),
        ModDate=String(info_date(said.date)),
        Trapped=Name("/False"),
    )
    if standard is Standard.X1A:
        info["/GTS_PDFXVersion"] = String(standard.version)
    pdf.trailer["/Info"] = pdf.make_indirect(info)
    key = String(identifier(said.seed).bytes)
    pdf.trailer["/ID"] = Array([key, key])
