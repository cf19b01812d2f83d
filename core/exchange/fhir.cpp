// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir.h"

#include "core/exchange/export_scope.h"
#include "core/exchange/fhir_cover.h"
#include "core/exchange/fhir_records.h"
#include "core/exchange/made_id.h"
#include "core/exchange/row_progress.h"
#include "core/store/new_file.h"
#include "core/store/storage_error.h"

#include <functional>
#include <numeric>
#include <vector>

namespace unclench {

namespace {

/// A bundle of the type document, an entry on each line.
class FhirDocument {
public:
    /// `date`: when it is put together, as `fhirTime` has it.
    FhirDocument(const std::filesystem::path& target, const Uuid& id, const std::string& date)
        : m_file(target)
    {
        FhirJson head{{"resourceType", "Bundle"}, {"meta", {{"source", kFhirMark}}}};
        head["identifier"] = {{"system", "urn:ietf:rfc:3986"}, {"value", fhirUrl(id)}};
        head["type"] = "document";
        head["timestamp"] = date;
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
                        const std::string& recorded)
{
    FhirJson resource{{"resourceType", "Provenance"}, {"id", id.text()}};
    resource["text"] = fhirNarrative(fhirParagraphs(context.words.label(FhirLabel::Notice)));
    FhirJson references = FhirJson::array();
    for (const Uuid& target : targets) {
        references.push_back(fhirReference(target));
    }
    resource["target"] = std::move(references);
    resource["recorded"] = recorded;
    const auto agent = [](FhirCode as, FhirJson who) {
        FhirJson object;
        object["type"] = fhirCategory(as);
        object["who"] = std::move(who);
        return object;
    };
    resource["agent"] = FhirJson::array({agent(FhirCode::Author, fhirReference(context.patient)),
                                         agent(FhirCode::Assembler, {{"display", kFhirMaker}})});
    return resource;
}

/// A document must have a date. A clock that is not in the years that FHIR knows gives the first.
std::string fhirDate(const Moment& moment)
{
    return fhirTime(moment).value_or(*fhirTime(Moment{}));
}

/// Every resource of a record, with the section that it belongs to.
void eachFhirEntry(
    RowSource& rows,
    const FhirContext& context,
    RowProgress& steps,
    const std::function<void(FhirSection section, const Uuid& id, const FhirJson& resource)>& sink)
{
    forEachKind([&]<class Record>(const Record&) {
        const auto section = fhirSectionOf(kKindOf<Record>);
        rows.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            steps.step();
            if (!section || stampOf(record).isDeleted()) {
                return; // a deleted one is there only for the name of a medicine
            }
            eachFhirResource(record, context, [&](const Uuid& id, const FhirJson& resource) {
                sink(*section, id, resource);
            });
        });
    });
}

} // namespace

std::int64_t FhirWritten::entries() const
{
    constexpr std::int64_t kAlways = 3;
    return std::accumulate(resources.begin(), resources.end(), texts,
                           [](std::int64_t sum, const auto& count) { return sum + count.second; }) -
           kAlways;
}

FhirWritten exportFhir(RowSource& source,
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
    const std::string date = fhirDate(origin.exported);
    RowProgress steps{progress, 2 * rows.count()};
    // The cover stands first and names what comes after it.
    FhirEntries entries;
    eachFhirEntry(rows, context, steps, [&](FhirSection section, const Uuid& id, const FhirJson&) {
        entries[section].push_back(id);
    });

    FhirWritten written{.resources = {}, .texts = fhirTextSections(told)};
    FhirDocument document{target, madeId("document " + origin.machine + " " + date), date};
    std::vector<Uuid> targets;
    const auto write = [&](const Uuid& id, const FhirJson& resource) {
        document.add(id, resource);
        ++written.resources[resource["resourceType"].get<std::string>()];
    };
    const Uuid cover = madeId("cover " + origin.machine);
    write(cover, fhirCover(cover, context, entries, date));
    targets.push_back(cover);
    write(context.patient, fhirPatient(context, wishes.hasName));
    eachFhirEntry(rows, context, steps, [&](FhirSection, const Uuid& id, const FhirJson& resource) {
        write(id, resource);
        targets.push_back(id);
    });
    const Uuid provenance = madeId("provenance " + origin.machine);
    const Moment last{told.lastWritten().value_or(origin.exported.utc), std::chrono::minutes{0}};
    write(provenance, fhirProvenance(provenance, targets, context, fhirTime(last).value_or(date)));
    tell(progress, 1);
    document.keep();
    return written;
}

} // namespace unclench
