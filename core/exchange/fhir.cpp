// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir.h"

#include "core/exchange/export_scope.h"
#include "core/exchange/fhir_records.h"
#include "core/exchange/made_id.h"
#include "core/exchange/plain_text.h"
#include "core/exchange/row_progress.h"
#include "core/store/new_file.h"
#include "core/store/storage_error.h"

#include <vector>

namespace unclench {

namespace {

/// A bundle of the type collection, an entry on each line.
class FhirDocument {
public:
    FhirDocument(const std::filesystem::path& target, const Moment& exported) : m_file(target)
    {
        FhirJson head{
            {"resourceType", "Bundle"}, {"meta", {{"source", kFhirMark}}}, {"type", "collection"}};
        putFhirTime(head, "timestamp", exported);
        std::string text = head.dump();
        text.pop_back(); // the brace that closes it
        m_file.write(text + ",\"entry\":[");
    }
    void add(const Uuid& id, const FhirJson& resource)
    {
        try {
            const FhirJson entry{{"fullUrl", fhirUrl(id)}, {"resource", resource}};
            m_file.write((m_isEmpty ? "\n" : ",\n") + entry.dump());
        } catch (const FhirJson::type_error&) {
            throw StorageError{StorageFault::Damaged, "export", "a text is not UTF-8"};
        }
        m_isEmpty = false;
    }
    void keep()
    {
        m_file.write("\n]}\n");
        m_file.keep();
    }

private:
    NewFile m_file;
    bool m_isEmpty = true;
};

ExportScope fhirScope(const FhirWishes& wishes)
{
    ExportScope scope{.period = wishes.period,
                      .sections = {ExportSection::Spasms, ExportSection::Symptoms,
                                   ExportSection::Medicines, ExportSection::Warnings,
                                   ExportSection::Care, ExportSection::Visits},
                      .hasNotes = wishes.hasNotes,
                      .hasDeleted = false};
    if (wishes.hasName) {
        scope.sections.insert(ExportSection::Profile);
    }
    return scope;
}

/// Who says all that, and with what it was written.
FhirJson fhirProvenance(const Uuid& id,
                        const std::vector<Uuid>& targets,
                        const FhirContext& context,
                        UtcTime recorded)
{
    FhirJson resource{{"resourceType", "Provenance"}, {"id", id.text()}};
    const std::string notice = plainText(context.words.label(FhirLabel::Notice));
    resource["text"] = {
        {"status", "additional"},
        {"div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + fhirXhtml(notice) + "</div>"}};
    FhirJson references = FhirJson::array();
    for (const Uuid& target : targets) {
        references.push_back(fhirReference(target));
    }
    resource["target"] = std::move(references);
    putFhirTime(resource, "recorded", {recorded, std::chrono::minutes{0}});
    const auto agent = [](FhirCode as, FhirJson who) {
        FhirJson object;
        object["type"] = fhirCategory(as);
        object["who"] = std::move(who);
        return object;
    };
    resource["agent"] = FhirJson::array({agent(FhirCode::Author, fhirReference(context.patient)),
                                         agent(FhirCode::Assembler, {{"display", "Unclench"}})});
    return resource;
}

} // namespace

FhirCounts exportFhir(RowSource& source,
                      const FhirOrigin& origin,
                      const FhirWishes& wishes,
                      const FhirWords& words,
                      const std::filesystem::path& target,
                      const Progress& progress)
{
    ScopedRows rows{source, fhirScope(wishes)};
    const FhirTold told{rows};
    const FhirContext context{words, told, madeId("patient " + origin.machine),
                              origin.exported.utc};
    FhirCounts counts;
    std::vector<Uuid> targets;
    RowProgress steps{progress, rows.count()};
    FhirDocument document{target, origin.exported};
    const auto write = [&](const Uuid& id, const FhirJson& resource) {
        document.add(id, resource);
        ++counts[resource["resourceType"].get<std::string>()];
    };

    write(context.patient, fhirPatient(context, wishes.hasName));
    forEachKind([&]<class Record>(const Record&) {
        rows.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            steps.step();
            if (stampOf(record).isDeleted()) {
                return; // there only for the name of a medicine
            }
            eachFhirResource(record, context, [&](const Uuid& id, const FhirJson& resource) {
                write(id, resource);
                targets.push_back(id);
            });
        });
    });
    if (targets.empty()) {
        targets.push_back(context.patient);
    }
    const Uuid provenance = madeId("provenance " + origin.machine);
    const UtcTime recorded = told.lastWritten().value_or(origin.exported.utc);
    const bool isTold = fhirTime({recorded, std::chrono::minutes{0}}).has_value();
    write(provenance,
          fhirProvenance(provenance, targets, context, isTold ? recorded : origin.exported.utc));
    tell(progress, 1);
    document.keep();
    return counts;
}

} // namespace unclench
