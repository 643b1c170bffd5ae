Imports System
Imports System.Threading.Tasks

''' <summary>Methods of Visual Basic that wait for what never comes.</summary>
Friend Module Program
    Private ReadOnly Source As New TaskCompletionSource()

    Public Sub Main()
        Dim owner As New Owner()
        Dim all = {PlaceAsync(7, "A-17"), WithLambda(9), owner.OfAnObject("own")}
        Console.WriteLine("ready")
        While Console.ReadLine() IsNot Nothing
        End While
        GC.KeepAlive(all)
    End Sub

    Private Async Function PlaceAsync(id As Integer, sku As String) As Task
        Dim total As Decimal = id * 2.5D
        For i = 1 To 3
            Await Source.Task
            Console.WriteLine($"{total} {i} {sku}")
        Next
    End Function

    Private Async Function WithLambda(id As Integer) As Task
        Dim count = id + 1
        Dim both As Func(Of Integer) = Function() count + id
        Await Source.Task
        Console.WriteLine(both() + count)
    End Function

    Private Class Owner
        Public Async Function OfAnObject(name As String) As Task
            Await Source.Task
            Console.WriteLine($"{Me} {name}")
        End Function
    End Class
End Module
