package dev.footnote.dataset.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An invented foreign Data Package with the oddities of real ones. */
final class ForeignDataset {

    static final String LONG_URL = "https://example.org/" + "a-long-way/".repeat(180) + "?q=%E4%BE%8B&x=1#top";

    private final Map<String, String> files = new LinkedHashMap<>();

    ForeignDataset() {
        with("sources", """
                id,kind,title,url,publisher,author,published,retrieved,license
                src:1,web,,%s,,,2019,2020-01-02,
                src/2.csv,issue,Thread,,,,,,CC0-1.0
                """.formatted(LONG_URL));
        with("organizations",
                """
                        id,name,name_lang,type,status,country,region,city,founded,website,parent_id,external_ids,source_id,locator
                        ror:0abc/1.d,示例研究所,zh,facility,active,CN,North,,2012-1-01,,org:b,isin:XX0000000001|figi:F1|wikidata:Q0,src:1,a#b
                        org:b,B & C,,,,CN|US,,,2010,http://b.example,,ticker:AAA:0001.AA,src:1,
                        """);
        with("people", """
                id,name,given_name,family_name,gender,born,died,country,website,external_ids,source_id,locator
                person:某,某某,,,,,,SE,http://p.example/,github:x,src:1,
                """);
        with("names", """
                owner_type,owner_id,name,lang,kind,source_id
                organization,org:b,BC,,acronym,src:1
                organization,org:b,BC,en,acronym,src:1
                product,prod:1,Thing,en,label,src:1
                """);
        with("organization_relations", """
                from_id,type,to_id,start,end,source_id,locator
                org:b,child,ror:0abc/1.d,2019,2011,src:1,
                """);
        with("affiliations", """
                id,person_id,organization_id,role,kind,start,end,source_id,locator
                pos:1,person:某,org:b,,advisor,2013-09-18,2013-09,src:1,
                pos:2,person:某,org:b,Chair,board member,2017-10-26,2011-5-14,src:1,
                """);
        with("initiatives",
                """
                        id,name,kind,status,topic,start,end,country,city,amount,currency,amount_usd,parent_id,website,summary,source_id,locator
                        model:x/1,X,llm,public,"Language,Vision",2020-05,,,,,,,,http://x.example,Sums up,src:1,
                        round:1,Round,funding-round,Late discussions,Language,,,,,5,USD,5,model:x/1,,,src:1,
                        """);
        with("participations", """
                id,initiative_id,organization_id,person_id,role,start,end,amount,currency,confidence,source_id,locator
                round:1/p0,round:1,org:b,,investor,,,5000000.50,USD,Likely,src:1,
                round:1/p1,round:1,,person:某,recipient,,,,USD,,src:1,
                """);
        with("financial_reports",
                """
                        id,organization_id,period_end,fiscal_year,period,form,revision,amended,basis,currency,revenue,operating_income,net_income,eps_basic,eps_diluted,total_assets,current_assets,current_liabilities,cash,equity,cash_flow_operating,cash_flow_investing,cash_flow_financing,rd_expense,employees,confidence,source_id,locator
                        report:1,org:b,2020-12-31,2020,FY,10-K,1,false,reported,USD,100,,-7.5,,,,,,,,,,,,,,src:1,
                        report:2,org:b,2021,2021,,staff,1,,full,,,,,,,,,,,,,,,,42,Likely,src:1,
                        report:without-a-year,org:b,,,,revenue,1,,,USD,,,,,,,,,,,,,,,,Likely,src:1,
                        """);
        with("citations", """
                subject_type,subject_id,source_id,locator
                organization,ror:0abc/1.d,src/2.csv,
                financial_report,report:without-a-year,src/2.csv,
                """);
    }

    private ForeignDataset(String resource, String text) {
        with(resource, text);
    }

    /** Another one, with nothing in it but what is given. */
    static ForeignDataset of(String resource, String text) {
        return new ForeignDataset(resource, text);
    }

    ForeignDataset with(String resource, String text) {
        files.put(resource, text);
        return this;
    }

    /** Writes it with a mapping beside it. */
    Path in(Path folder, String mapping) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
            }
            Files.writeString(folder.resolve("datapackage.json"), files.keySet().stream()
                    .map(name -> "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\"}")
                    .collect(Collectors.joining(", ", "{\"name\": \"foreign\", \"resources\": [", "]}")));
            Files.writeString(folder.resolve(Mapping.FILE), mapping);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
