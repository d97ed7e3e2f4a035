#include "domain/money.h"

#include <QSet>

namespace entente::domain {

namespace {

// ISO 4217, list one, and the codes withdrawn since 1999 that amounts are still quoted in (list three).
constexpr QStringView codes =
    u"AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN "
    u"BZD CAD CDF "
    u"CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    u"GIP GMD GNF "
    u"GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK "
    u"LBP LKR LRD "
    u"LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB "
    u"PEN PGK PHP "
    u"PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    u"TMT TND TOP "
    u"TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD "
    u"XCG XDR XOF "
    u"XPD XPF XPT XSU XUA YER ZAR ZMW ZWG "
    u"AFA ATS AZM BEF BYB BYR CSD CUC CYP DEM EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL LTL LUF LVL MGF MRO "
    u"MTL MZM NLG "
    u"PTE ROL RUR SDD SIT SKK SLL SRG STD TMM TPE TRL USS VEB VEF XEU XFO YUM ZMK ZWD ZWL ZWN ZWR";

} // namespace

bool isCurrency(QStringView code)
{
    static const QSet<QString> known = [] {
        const QStringList list = codes.toString().split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return known.contains(code.toString());
}

} // namespace entente::domain
